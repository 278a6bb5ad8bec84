package org.holdfast.file;

/** In pixels, as the image is to be seen. */
record ImageSize(int width, int height) {
    /** Of what is not shown as an image. */
    static final ImageSize NONE = new ImageSize(0, 0);

    long pixels() {
        return (long) width * height;
    }

    ImageSize turned() {
        return new ImageSize(height, width);
    }
}
